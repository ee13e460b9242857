/** The TLS hello with which a connection begins, whole, in however many pieces it comes. */
import type { Socket } from 'node:net';

/** Of a record: what kind it is, a version, and the length of what follows. */
const HEADER_BYTES = 5;
const LENGTH_AT = 3;
const HANDSHAKE = 22;

/** Calls `whole` once with the hello, which is put back to be read again. What is no hello is told as soon as that is seen. */
export function awaitHello(socket: Socket, whole: (hello: Buffer) => void): void {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const take = (piece: Buffer): void => {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes < neededOf(pieces)) return;
    socket.off('data', take);
    socket.pause();
    const hello = Buffer.concat(pieces);
    socket.unshift(hello);
    whole(hello);
  };
  socket.on('data', take);
}

/** A record is of sixteen kilobytes and a little at most, which its two bytes of length can hardly exceed. */
function neededOf(pieces: readonly Buffer[]): number {
  const [first] = pieces;
  if (first?.[0] !== HANDSHAKE) return 0;
  const header = Buffer.concat(pieces.slice(0, HEADER_BYTES)).subarray(0, HEADER_BYTES);
  return header.length < HEADER_BYTES ? HEADER_BYTES : HEADER_BYTES + header.readUInt16BE(LENGTH_AT);
}
