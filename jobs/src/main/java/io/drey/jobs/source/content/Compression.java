// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.content;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** How a file is compressed, which its first bytes say, whatever its name. */
enum Compression {
  NONE("") {
    @Override
    InputStream decompress(InputStream stored) {
      return stored;
    }

    @Override
    boolean isTruncation(IOException failure) {
      return false;
    }
  },

  /** Of one or several members. */
  GZIP("\u001f\u008b") {
    @Override
    InputStream decompress(InputStream stored) throws IOException {
      return new GZIPInputStream(stored, BUFFER);
    }

    @Override
    boolean isTruncation(IOException failure) {
      return failure instanceof EOFException;
    }
  },

  /** Of one or several frames. */
  ZSTANDARD("(\u00b5/\u00fd") {
    @Override
    InputStream decompress(InputStream stored) throws IOException {
      return new ZstdInputStream(stored);
    }

    /** The library reports it as corruption of any kind, but for the text. */
    @Override
    boolean isTruncation(IOException failure) {
      return failure instanceof ZstdIOException
          && String.valueOf(failure.getMessage()).contains("Truncated source");
    }
  },

  /** Of one or several streams. */
  BZIP2("BZh") {
    @Override
    InputStream decompress(InputStream stored) throws IOException {
      return new BZip2CompressorInputStream(stored, true);
    }

    /** The library has no type for it, but the text. */
    @Override
    boolean isTruncation(IOException failure) {
      return String.valueOf(failure.getMessage()).contains("nexpected end of stream");
    }
  };

  /** How many bytes of a file {@link #of} needs. */
  static final int LONGEST_MAGIC = 4;

  private static final int BUFFER = 64 << 10;

  /** A byte in each character. */
  private final String magic;

  Compression(String magic) {
    this.magic = magic;
  }

  /** The compression of a file that begins with {@code start[0, length)}. */
  static Compression of(byte[] start, int length) {
    for (Compression compression : values()) {
      if (compression != NONE && compression.begins(start, length)) {
        return compression;
      }
    }
    return NONE;
  }

  private boolean begins(byte[] start, int length) {
    for (int i = 0; i < magic.length(); i++) {
      if (i >= length || start[i] != (byte) magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The content of a stored file. */
  abstract InputStream decompress(InputStream stored) throws IOException;

  /** Whether reading failed because the stored file ends amid its stream. */
  abstract boolean isTruncation(IOException failure);
}
