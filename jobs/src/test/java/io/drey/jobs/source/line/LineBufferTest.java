// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.source.line.RecordReader.Found;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBufferTest {
  @Test
  void cutsAtLineFeedsAndTakesCarriageReturnsOff() throws IOException {
    assertThat(lines("a\nbc\r\n\r\n\nd")).containsExactly("a", "bc", "", "", "d");
  }

  @Test
  void findsNoLineBehindTheLastLineFeed() throws IOException {
    assertThat(lines("a\n")).containsExactly("a");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void leavesOutAByteOrderMarkAtTheStartOfALine() throws IOException {
    assertThat(lines("\uFEFFa\n\uFEFFb\nc\uFEFFd")).containsExactly("a", "b", "c\uFEFFd");
  }

  @Test
  void keepsCarriageReturnsInsideALine() throws IOException {
    assertThat(lines("a\rb\n\0\n")).containsExactly("a\rb", "\0");
  }

  @Test
  void cutsLinesOfEveryLengthAroundTheBuffer() throws IOException {
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int length : new int[] {65534, 65535, 65536, 65537, 0, 7, 131072, 200000, 8}) {
      expected.add("x".repeat(length));
      text.append("x".repeat(length)).append('\n');
    }

    assertThat(lines(text.toString())).isEqualTo(expected);
  }

  @Test
  void tellsTheOffsetBehindEachLine() throws IOException {
    LineBuffer buffer = new LineBuffer(stream("ab\r\n\ncd"), new StreamPosition(100, 7, 0));
    List<Long> offsets = new ArrayList<>();
    while (takes(buffer)) {
      offsets.add(buffer.nextOffset());
    }

    assertThat(offsets).containsExactly(104L, 105L, 107L);
  }

  @Test
  void waitsForTheRestOfALine() throws IOException {
    DribblingStream in = new DribblingStream("ab", "", "c\nd", "");
    LineBuffer buffer = new LineBuffer(in, StreamPosition.START);

    assertThat(buffer.next()).isEqualTo(Found.NOTHING);
    assertThat(buffer.next()).isEqualTo(Found.RECORD);
    assertThat(text(buffer)).isEqualTo("abc");
    assertThat(buffer.next()).isEqualTo(Found.NOTHING);
    assertThat(buffer.next()).isEqualTo(Found.UNFINISHED);
    assertThat(buffer.nextOffset()).isEqualTo(4);
    assertThat(buffer.next()).isEqualTo(Found.UNFINISHED);
    buffer.takeUnfinished();
    assertThat(text(buffer)).isEqualTo("d");
    assertThat(buffer.nextOffset()).isEqualTo(5);
    assertThat(buffer.next()).isEqualTo(Found.END);
  }

  @Test
  void handlesALineOf64MiBAndKeepsTheBeginningOfALongerOne() throws IOException {
    byte[] longest = new byte[ByteWindow.LONGEST];
    Arrays.fill(longest, (byte) 'x');
    LineBuffer buffer =
        new LineBuffer(
            concat(longest, "\n".getBytes(UTF_8), longest, "y\nlast".getBytes(UTF_8)),
            StreamPosition.START);

    assertThat(buffer.next()).isEqualTo(Found.RECORD);
    assertThat(buffer.isOverlong()).isFalse();
    assertThat(buffer.to() - buffer.from()).isEqualTo(ByteWindow.LONGEST);
    assertThat(buffer.next()).isEqualTo(Found.RECORD);
    assertThat(buffer.isOverlong()).isTrue();
    assertThat(text(buffer).substring(0, 4096)).isEqualTo("x".repeat(4096));
    assertThat(buffer.nextOffset()).isEqualTo(2L * ByteWindow.LONGEST + 3);
    assertThat(buffer.next()).isEqualTo(Found.UNFINISHED);
    buffer.takeUnfinished();
    assertThat(buffer.isOverlong()).isFalse();
    assertThat(text(buffer)).isEqualTo("last");
    assertThat(buffer.nextOffset()).isEqualTo(2L * ByteWindow.LONGEST + 7);
    assertThat(buffer.bytes().length).isLessThan(1 << 20);
    assertThat(buffer.next()).isEqualTo(Found.END);
  }

  @Test
  void endsInsideAnOverlongLine() throws IOException {
    byte[] half = new byte[ByteWindow.LONGEST / 2 + 1];
    Arrays.fill(half, (byte) 'x');
    LineBuffer buffer = new LineBuffer(concat(half, half), StreamPosition.START);

    assertThat(buffer.next()).isEqualTo(Found.UNFINISHED);
    assertThat(buffer.isOverlong()).isTrue();
    assertThat(buffer.nextOffset()).isZero();
    buffer.takeUnfinished();
    assertThat(buffer.next()).isEqualTo(Found.END);
  }

  private static InputStream concat(byte[]... parts) {
    return new SequenceInputStream(
        Collections.enumeration(Arrays.stream(parts).map(ByteArrayInputStream::new).toList()));
  }

  private static List<String> lines(String text) throws IOException {
    LineBuffer buffer = new LineBuffer(stream(text), StreamPosition.START);
    List<String> lines = new ArrayList<>();
    while (takes(buffer)) {
      lines.add(text(buffer));
    }
    return lines;
  }

  /** Moves to the next line, be it finished or not. */
  private static boolean takes(LineBuffer buffer) throws IOException {
    Found found = buffer.next();
    if (found == Found.UNFINISHED) {
      buffer.takeUnfinished();
    }
    return found != Found.END;
  }

  private static String text(LineBuffer buffer) {
    return new String(buffer.bytes(), buffer.from(), buffer.to() - buffer.from(), UTF_8);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /** Gives one piece a read; an empty one stands for nothing at the moment. */
  private static final class DribblingStream extends InputStream {
    private final List<String> pieces;

    DribblingStream(String... pieces) {
      this.pieces = new ArrayList<>(List.of(pieces));
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (pieces.isEmpty()) {
        return -1;
      }
      byte[] piece = pieces.remove(0).getBytes(UTF_8);
      System.arraycopy(piece, 0, target, offset, piece.length);
      return piece.length;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }
  }
}
