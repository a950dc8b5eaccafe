/** The little that is used of a package without types. */
declare module "addons-linter" {
  const linter: {
    createInstance(options: { config: object; runAsBinary: boolean }): { run(deps: object): Promise<object> };
  };
  export default linter;
}
