// Changes one text of one module while the bundle is made, so that a spec can replay under code that nobody wrote.
module.exports = function plant(source) {
  const { find, put } = this.getOptions();
  if (!source.includes(find)) throw new Error(`nothing to plant in ${this.resourcePath}: ${find}`);
  return source.replace(find, put);
};
