// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.content;

import static io.drey.jobs.source.content.Fingerprint.WINDOW;

import io.drey.jobs.path.FilePath;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;

/** The content of a file, decompressed, with the fingerprint of what was read of it. */
public final class Content extends InputStream {
  private static final int CHUNK = 64 << 10;

  private final FSDataInputStream stored;
  private final Compression compression;
  private final Fingerprinter fingerprinter = new Fingerprinter();

  private InputStream in;

  /** Not before the first read: a compressed file may be too short to be decompressed. */
  private boolean opened;

  /** Some decompressors close their input at its end, whose position is asked for after it. */
  private static final class KeptOpen extends FilterInputStream {
    KeptOpen(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }

  private Content(FSDataInputStream stored, Compression compression) {
    this.stored = stored;
    this.compression = compression;
    this.in = stored;
  }

  /** Opens a file at its beginning. */
  public static Content open(String file) throws IOException {
    Path path = FilePath.of(file);
    FSDataInputStream stored = FilePath.system(path).open(path);
    try {
      byte[] start = new byte[Compression.LONGEST_MAGIC];
      int length = stored.readNBytes(start, 0, start.length);
      stored.seek(0);
      return new Content(stored, Compression.of(start, length));
    } catch (IOException e) {
      stored.close();
      throw e;
    }
  }

  public boolean isCompressed() {
    return compression != Compression.NONE;
  }

  /** Whether reading failed because the file ends amid its compressed stream. */
  public boolean isTruncation(IOException failure) {
    return compression.isTruncation(failure);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    if (!opened) {
      in = isCompressed() ? compression.decompress(new KeptOpen(stored)) : stored;
      opened = true;
    }
    int read = in.read(bytes, from, count);
    if (read > 0) {
      fingerprinter.add(bytes, from, read);
    }
    return read;
  }

  /**
   * Moves to an offset in the content.
   *
   * @return whether the content is that long
   */
  public boolean moveTo(long offset) throws IOException {
    closeDecompressor();
    stored.seek(0);
    fingerprinter.reset();
    try {
      if (isCompressed() || offset <= 2 * WINDOW) {
        return pass(offset);
      }
      return pass(WINDOW) && jump(offset - 2 * WINDOW) && pass(WINDOW);
    } catch (IOException e) {
      if (isTruncation(e)) {
        return false;
      }
      throw e;
    }
  }

  /** Moves to the end of a beginning; whether the content has it. */
  public boolean holds(Fingerprint beginning) throws IOException {
    return moveTo(beginning.length()) && fingerprint().equals(beginning);
  }

  private boolean pass(long bytes) throws IOException {
    byte[] buffer = new byte[(int) Math.min(bytes, CHUNK)];
    for (long left = bytes; left > 0; ) {
      int read = read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        return false;
      }
      left -= read;
    }
    return true;
  }

  private boolean jump(long bytes) throws IOException {
    stored.seek(stored.getPos() + bytes);
    fingerprinter.skip(bytes);
    return true;
  }

  /** How much of the content was read: the offset of the next byte. */
  public long position() {
    return fingerprinter.length();
  }

  /** Of all that was read. */
  public Fingerprint fingerprint() {
    return fingerprinter.fingerprint();
  }

  /** How much of the file was read, in bytes as they are stored. */
  public long storedPosition() throws IOException {
    return stored.getPos();
  }

  @Override
  public void close() throws IOException {
    try (stored) {
      closeDecompressor();
    }
  }

  /** Decompressors hold native memory. */
  private void closeDecompressor() throws IOException {
    if (opened && in != stored) {
      in.close();
    }
    opened = false;
  }
}
