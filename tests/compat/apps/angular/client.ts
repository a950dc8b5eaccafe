import { bootstrapApplication, provideClientHydration } from "@angular/platform-browser";
import { drive } from "../drive.ts";
import { TenYears } from "./app.ts";

drive(async (_root, _first, hydrate) => {
  const app = await bootstrapApplication(TenYears, { providers: hydrate ? [provideClientHydration()] : [] });
  await app.whenStable();
  return {
    set(state) {
      app.components[0]?.instance.state.set(state);
      app.tick();
    },
    stop: () => app.destroy(),
  };
});
