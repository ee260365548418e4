import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Writes a folder with the smallest model that reads as SQuAD 2 models do, and its tokenizer: each token's score as start and end of an answer
 * is that of its word, whatever stands around it. No answer scores 1, words that are not named 0. Gives the setting `model.reader`.
 */
export function writeTinyReader(words: Readonly<Record<string, number>>, outputs = ['start_logits', 'end_logits']) {
  const folder = mkdtempSync(join(tmpdir(), 'tiny-reader-'));
  const tokens = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', ...Object.keys(words)];
  const model = onnxModel([0, 0, 0.5, 0, ...Object.values(words)], outputs);
  writeFileSync(join(folder, 'model.onnx'), model);
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(tokenizerOf(tokens)));
  writeFileSync(join(folder, 'tokenizer_config.json'), '{}');
  return { folder, sha256: createHash('sha256').update(model).digest('hex'), languages: [] as string[] };
}

const special = 4;

/** As BERT's tokenizers are, with whole words only. https://huggingface.co/docs/tokenizers/components */
function tokenizerOf(tokens: readonly string[]) {
  const one = (id: string, type_id: number) => ({ SpecialToken: { id, type_id } });
  const text = (id: string, type_id: number) => ({ Sequence: { id, type_id } });
  const single = [one('[CLS]', 0), text('A', 0), one('[SEP]', 0)];
  const added = { single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
  const specialToken = (content: string) => [
    content,
    { id: content, ids: [tokens.indexOf(content)], tokens: [content] },
  ];
  return {
    version: '1.0',
    added_tokens: tokens.slice(0, special).map((content, id) => ({ id, content, ...added })),
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single,
      pair: [...single, text('B', 1), one('[SEP]', 1)],
      special_tokens: Object.fromEntries(['[CLS]', '[SEP]'].map(specialToken)),
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
    },
  };
}

const types = { float: 1, int64: 7 };
/** Versions of ONNX's format and of its operators, old enough for every runtime. */
const versions = { format: 8, operators: 13 };

/** The bytes of a graph that looks up a score for each token. Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto */
function onnxModel(scores: readonly number[], outputs: readonly string[]): Buffer {
  const initializer = Buffer.concat([
    number(1, scores.length),
    number(2, types.float),
    text(8, 'scores'),
    field(9, Buffer.from(new Float32Array(scores).buffer)),
  ]);
  const graph = Buffer.concat([
    ...outputs.map((name) =>
      field(1, Buffer.concat([text(1, 'scores'), text(1, 'input_ids'), text(2, name), text(4, 'Gather')])),
    ),
    text(2, 'tiny'),
    field(5, initializer),
    ...['input_ids', 'attention_mask'].map((name) => field(11, valueInfo(name, types.int64))),
    ...outputs.map((name) => field(12, valueInfo(name, types.float))),
  ]);
  return Buffer.concat([number(1, versions.format), field(7, graph), field(8, number(2, versions.operators))]);
}

/** A tensor of one row and any number of tokens. */
function valueInfo(name: string, type: number): Buffer {
  const shape = Buffer.concat(['batch', 'tokens'].map((dimension) => field(1, text(2, dimension))));
  const tensor = Buffer.concat([number(1, type), field(2, shape)]);
  return Buffer.concat([text(1, name), field(2, field(1, tensor))]);
}

function number(id: number, value: number): Buffer {
  return Buffer.from([...varint(id << 3), ...varint(value)]);
}

function field(id: number, bytes: Buffer): Buffer {
  return Buffer.from([...varint((id << 3) | 2), ...varint(bytes.length), ...bytes]);
}

function text(id: number, value: string): Buffer {
  return field(id, Buffer.from(value));
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}
