/** The settings in package.json, which stand there in several sections. */

interface Section {
  readonly properties: Record<string, unknown>;
}

/** Every setting by its name, whatever section it stands in. */
export function manifestSettings<Property>(manifest: { contributes: { configuration: Section[] } }): Record<string, Property> {
  return Object.assign({}, ...manifest.contributes.configuration.map(({ properties }) => properties)) as Record<string, Property>;
}
