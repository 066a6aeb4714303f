import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { decodeUtf8 } from '@ombud/kernel';
import { modelErrors } from '../../errors.ts';

/** A protobuf message as its fields lie in the bytes: numbers, and bytes that may be a text or another message. */
export type Message = ReadonlyMap<number, readonly (number | Uint8Array)[]>;

const damaged = (cause?: unknown): Error =>
  modelErrors.error('OMBUD_E_MODEL_DAMAGED', 'protobuf', {}, { cause });

/**
 * Reads one level of a message; deeper levels are read where they are asked for.
 * @throws OMBUD_E_MODEL_DAMAGED/protobuf where the bytes are no message
 */
export function readMessage(bytes: Uint8Array): Message {
  const fields = new Map<number, (number | Uint8Array)[]>();
  try {
    const reader = new BinaryReader(bytes);
    while (reader.pos < reader.len) {
      const [field, type] = reader.tag();
      const values = fields.get(field) ?? [];
      values.push(readValue(reader, type));
      fields.set(field, values);
    }
  } catch (cause) {
    throw damaged(cause);
  }
  return fields;
}

function readValue(reader: BinaryReader, type: WireType): number | Uint8Array {
  switch (type) {
    case WireType.Varint:
      return Number(reader.int64());
    case WireType.Bit32:
      return reader.float();
    case WireType.Bit64:
      return reader.double();
    case WireType.LengthDelimited:
      return reader.bytes();
    default:
      throw new RangeError(`wire type ${type}`);
  }
}

export function messages(message: Message, field: number): Message[] {
  return (message.get(field) ?? []).map((value) => {
    if (typeof value === 'number') throw damaged();
    return readMessage(value);
  });
}

export function texts(message: Message, field: number): string[] {
  return (message.get(field) ?? []).map((value) => {
    const text = typeof value === 'number' ? null : decodeUtf8(value);
    if (text === null) throw damaged();
    return text;
  });
}

export const text = (message: Message, field: number): string => texts(message, field).at(-1) ?? '';

export function integer(message: Message, field: number): number {
  const value = message.get(field)?.at(-1) ?? 0;
  if (typeof value !== 'number') throw damaged();
  return value;
}

export type Packed = 'int64' | 'float' | 'double';

/** Repeated numbers, packed or not. */
export function repeated(message: Message, field: number, packed: Packed): number[] {
  return (message.get(field) ?? []).flatMap((value) =>
    typeof value === 'number' ? [value] : unpack(value, packed),
  );
}

function unpack(bytes: Uint8Array, packed: Packed): number[] {
  const values: number[] = [];
  try {
    const reader = new BinaryReader(bytes);
    while (reader.pos < reader.len) {
      values.push(
        packed === 'int64' ? Number(reader.int64()) : packed === 'float' ? reader.float() : reader.double(),
      );
    }
  } catch (cause) {
    throw damaged(cause);
  }
  return values;
}
