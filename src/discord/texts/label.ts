/** Name and description of a command or an option: the name matches Discord's pattern, both keep Discord's lengths. */
export interface Label {
  readonly name: string;
  readonly description: string;
}
