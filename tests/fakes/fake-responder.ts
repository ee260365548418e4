import type { Responder, RespondOptions } from '../../src/chat/chat.ts';
import type { Form, Message } from '../../src/chat/message.ts';

/** Remembers what was said to the caller, in order. */
export class FakeResponder implements Responder {
  readonly said: {
    readonly kind: 'acknowledged' | 'answer' | 'update' | 'form';
    readonly text: string;
    readonly onlyCaller?: boolean;
  }[] = [];
  readonly messages: Message[] = [];
  readonly options: RespondOptions[] = [];

  async acknowledge({ onlyCaller }: { onlyCaller: boolean }): Promise<void> {
    this.said.push({ kind: 'acknowledged', text: '', onlyCaller });
  }

  async respond(message: Message, options: RespondOptions): Promise<void> {
    this.messages.push(message);
    this.options.push(options);
    this.said.push({ kind: 'answer', text: message.summary, onlyCaller: options.onlyCaller });
  }

  async update(message: Message): Promise<void> {
    this.messages.push(message);
    this.said.push({ kind: 'update', text: message.summary });
  }

  async openForm(form: Form): Promise<void> {
    this.said.push({ kind: 'form', text: form.title });
  }
}
