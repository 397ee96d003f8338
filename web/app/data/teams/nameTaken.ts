/** Said where another team of the project has the name. */
export function nameTaken(name: string): string {
  return `Another team of this project is called “${name}”, perhaps an archived one. Choose another name.`;
}
