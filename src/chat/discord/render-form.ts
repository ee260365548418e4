import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { Form, FormField } from '../message.ts';
import { writeCustomId } from './custom-id.ts';
import { shortLabel } from './escape-text.ts';
import { limits } from './limits.ts';
import { selectOptions } from './render-rows.ts';

/** A form as Discord's modal. More fields than it takes cost the last that need no answer. */
export function renderForm({ action, reference = '', title, fields }: Form): APIModalInteractionResponseCallbackData {
  const custom_id = writeCustomId({ action, value: reference });
  if (custom_id === undefined) throw new Error(`The form "${action}" has a reference too long for Discord`);
  return { custom_id, title: shortLabel(title, limits.modalTitle), components: fittingFields(fields).map(renderField) };
}

function fittingFields(fields: readonly FormField[]): readonly FormField[] {
  const surplus = fields.length - limits.modalComponents;
  const spared = new Set(surplus > 0 ? fields.filter(({ required }) => !required).slice(-surplus) : []);
  return fields.filter((field) => !spared.has(field)).slice(0, limits.modalComponents);
}

function renderField({ name, label, hint, value, required = false, choices }: FormField): APILabelComponent {
  const description = hint && shortLabel(hint, limits.modalDescription);
  return {
    type: ComponentType.Label,
    label: shortLabel(label, limits.modalLabel),
    ...(description && { description }),
    component: choices
      ? {
          type: ComponentType.StringSelect,
          custom_id: name,
          required,
          options: selectOptions(choices)
            .slice(0, limits.selectOptions)
            .map((option) => ({ ...option, default: option.value === value })),
        }
      : {
          type: ComponentType.TextInput,
          custom_id: name,
          style: TextInputStyle.Short,
          required,
          ...(value && value.length <= limits.modalValue && { value }),
        },
  };
}
