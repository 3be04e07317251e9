// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.source.line.ByteOrderMark;
import io.drey.jobs.source.line.Utf8Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first bytes of an input, up to a line end if it goes on. */
final class Head {
  /** The most bytes of a character. */
  private static final int CHARACTER = 4;

  /** Of so many bytes of a text at most one is a control character. */
  private static final int TEXT_PER_CONTROL = 50;

  private final String name;
  private final byte[] bytes;
  private final boolean isCut;

  private Head(String name, byte[] bytes, boolean isCut) {
    this.name = name;
    this.bytes = bytes;
    this.isCut = isCut;
  }

  /**
   * Reads the first bytes.
   *
   * @throws IOException if it is not text
   */
  static Head read(String name, InputStream in, int most) throws IOException {
    byte[] read = in.readNBytes(most + 1);
    boolean isCut = read.length > most;
    int end = isCut ? lineEnd(read, most) : read.length;
    Head head = new Head(name, Arrays.copyOf(read, end), isCut);
    head.checkText();
    return head;
  }

  private static int lineEnd(byte[] bytes, int most) {
    for (int i = most; i > 0; i--) {
      if (bytes[i - 1] == '\n') {
        return i;
      }
    }
    return most;
  }

  private void checkText() throws IOException {
    if (ByteOrderMark.encoding(bytes) != null) {
      return;
    }
    int controls = 0;
    for (byte b : bytes) {
      controls += isControl(b) ? 1 : 0;
    }
    if (controls * TEXT_PER_CONTROL > bytes.length) {
      throw new IOException(
          "Cannot find a format in '"
              + name
              + "': it is no text, or UTF-16 without a byte order mark");
    }
  }

  private static boolean isControl(byte b) {
    return b >= 0 && b < ' ' && "\t\n\r\f\033".indexOf(b) < 0;
  }

  String name() {
    return name;
  }

  /** Whether the input goes on. */
  boolean isCut() {
    return isCut;
  }

  InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  /** The encoding as an option; null for UTF-8. */
  @Nullable String encoding() {
    String marked = ByteOrderMark.encoding(bytes);
    if (marked != null) {
      return marked;
    }
    int invalid = new Utf8Text().firstInvalid(bytes, 0, bytes.length);
    boolean isCutOff = isCut && invalid > bytes.length - CHARACTER;
    return invalid < 0 || isCutOff ? null : "ISO-8859-1";
  }

  /** The lines that are not blank. */
  List<String> lines() {
    String encoding = encoding();
    String text = new String(bytes, encoding == null ? UTF_8 : Charset.forName(encoding));
    return text.replace("\uFEFF", "").lines().filter(line -> !line.isBlank()).toList();
  }
}
