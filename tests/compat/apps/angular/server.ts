import {
  type BootstrapContext,
  bootstrapApplication,
  provideClientHydration,
} from "@angular/platform-browser";
import { provideServerRendering } from "@angular/platform-server";
import { TenYears } from "./app.ts";

export default (context: BootstrapContext) =>
  bootstrapApplication(
    TenYears,
    { providers: [provideServerRendering(), provideClientHydration()] },
    context,
  );
