import type { Path } from './rules.js';

/** An emoji on a button or an option. */
export interface ComponentEmoji {
  readonly name?: string | null;
}

interface SelectOption {
  readonly value: string;
  readonly default?: boolean;
  readonly emoji?: ComponentEmoji | null;
}

/** A component of whatever kind; only fields that the rules look at. */
export interface AnyComponent {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly style?: number;
  readonly label?: string;
  readonly url?: string;
  readonly emoji?: ComponentEmoji | null;
  readonly disabled?: boolean;
  readonly content?: string;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly required?: boolean;
  readonly options?: readonly SelectOption[];
  readonly components?: readonly AnyComponent[];
  readonly component?: AnyComponent;
  readonly accessory?: AnyComponent;
}

/** A component and where it stands. */
export interface PlacedComponent {
  readonly path: Path;
  readonly component: AnyComponent;
}

/** All components, those inside others too, each after the one that holds it. */
export function flatten(components: readonly AnyComponent[], path: Path): readonly PlacedComponent[] {
  return components.flatMap((component, index) => placed(component, [...path, index]));
}

function placed(component: AnyComponent, path: Path): readonly PlacedComponent[] {
  return [
    { path, component },
    ...flatten(component.components ?? [], [...path, 'components']),
    ...(component.component ? placed(component.component, [...path, 'component']) : []),
    ...(component.accessory ? placed(component.accessory, [...path, 'accessory']) : []),
  ];
}

/** Discord numbers every component from 1, in order, where the sender did not. */
export function numbered(components: readonly AnyComponent[]): readonly AnyComponent[] {
  let last = 0;
  const visit = (component: AnyComponent): AnyComponent => {
    last += 1;
    return {
      ...component,
      id: component.id || last,
      ...(component.components && { components: component.components.map(visit) }),
      ...(component.component && { component: visit(component.component) }),
      ...(component.accessory && { accessory: visit(component.accessory) }),
    };
  };
  return components.map(visit);
}
