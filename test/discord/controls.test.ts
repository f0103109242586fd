import { ComponentType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { CONTROL_LIMITS, formWithin, rowsWithin } from '../../src/discord/controls.js';

const LONG = '很长的名字 '.repeat(60);

describe('rowsWithin', () => {
  it('leaves out empty rows, and what is beyond the limits', () => {
    const button = (index: number) => ({ id: `b:${index}`, label: LONG });
    const rows = rowsWithin([
      [],
      ...Array.from({ length: 9 }, (_, row) => Array.from({ length: 7 }, (__, i) => button(row * 10 + i))),
    ]);
    expect(rows).toHaveLength(CONTROL_LIMITS.rows);
    for (const { components } of rows) {
      expect(components).toHaveLength(CONTROL_LIMITS.buttonsPerRow);
      for (const one of components) {
        if (one.type !== ComponentType.Button || !('label' in one)) throw new Error('no button');
        expect(one.label?.length).toBeLessThanOrEqual(CONTROL_LIMITS.buttonLabel);
      }
    }
  });

  it('keeps a menu of 200 options within 25 of 100 characters', () => {
    const options = Array.from({ length: 200 }, (_, index) => ({
      value: `${index}`,
      label: LONG,
      description: LONG,
    }));
    const [row] = rowsWithin([{ of: 'options', id: 'm', placeholder: LONG, most: 50, options }]);
    const [menu] = row?.components ?? [];
    if (menu?.type !== ComponentType.StringSelect) throw new Error('no menu');
    expect(menu.options).toHaveLength(25);
    expect(menu.max_values).toBe(25);
    expect(menu.placeholder?.length).toBeLessThanOrEqual(150);
    for (const { label, description } of menu.options) {
      expect(label.length).toBeLessThanOrEqual(100);
      expect(description?.length).toBeLessThanOrEqual(100);
    }
  });

  it('has no row for a menu without options', () => {
    expect(rowsWithin([{ of: 'options', id: 'm', placeholder: 'p', options: [] }])).toEqual([]);
  });
});

describe('formWithin', () => {
  it('keeps titles, labels and hints within their lengths', () => {
    const field = {
      id: 'f',
      label: LONG,
      placeholder: LONG,
      value: LONG,
      lines: 'several',
      required: true,
      maxLength: 9_000,
    } as const;
    const form = formWithin({ id: 'form:1', title: LONG, fields: [field] });
    expect(form.title.length).toBeLessThanOrEqual(45);
    const [label] = form.components;
    if (label?.type !== ComponentType.Label || label.component.type !== ComponentType.TextInput)
      throw new Error('no field');
    expect(label.label.length).toBeLessThanOrEqual(45);
    expect(label.component.max_length).toBe(4_000);
    expect(label.component.placeholder?.length).toBeLessThanOrEqual(100);
  });
});
