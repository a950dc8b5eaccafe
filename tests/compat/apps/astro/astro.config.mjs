import react from "@astrojs/react";
import { defineConfig } from "astro/config";

export default defineConfig({
  integrations: [react()],
  base: "/astro",
  srcDir: ".",
  outDir: "../dist/astro",
  build: { format: "file" },
  devToolbar: { enabled: false },
});
