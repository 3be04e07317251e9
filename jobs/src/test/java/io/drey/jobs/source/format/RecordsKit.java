// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.source.line.RecordReader;
import io.drey.jobs.source.line.RecordReader.Found;
import io.drey.jobs.source.line.StreamPosition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What holds for every way to cut a stream into records. */
public final class RecordsKit {
  /** Makes the reader of a stream. */
  @FunctionalInterface
  public interface Maker {
    RecordReader make(InputStream in, StreamPosition start);
  }

  /** A record: its bytes as Latin-1, and where it stands. */
  public record Cut(String text, long linesBefore, long index, StreamPosition next) {}

  private final Maker maker;

  public RecordsKit(Maker maker) {
    this.maker = maker;
  }

  /** The records of a stream that has ended for good. */
  public List<Cut> all(byte[] content) throws IOException {
    return read(maker.make(new ByteArrayInputStream(content), StreamPosition.START), true);
  }

  /** The texts of {@link #all}. */
  public List<String> texts(byte[] content) throws IOException {
    return all(content).stream().map(Cut::text).toList();
  }

  private static List<Cut> read(RecordReader reader, boolean ended) throws IOException {
    List<Cut> cuts = new ArrayList<>();
    while (true) {
      Found found = reader.next();
      if (found == Found.END || (found == Found.UNFINISHED && !ended)) {
        return cuts;
      }
      if (found == Found.UNFINISHED) {
        reader.takeUnfinished();
      }
      if (found != Found.NOTHING) {
        cuts.add(cut(reader));
      }
    }
  }

  private static Cut cut(RecordReader reader) {
    int length = reader.to() - reader.from();
    String text = new String(reader.bytes(), reader.from(), length, StandardCharsets.ISO_8859_1);
    return new Cut(text, reader.linesBefore(), reader.index(), position(reader));
  }

  private static StreamPosition position(RecordReader reader) {
    return new StreamPosition(reader.nextOffset(), reader.linesRead(), reader.nextIndex());
  }

  /** Checks one stream: in any pieces, and continued from any place, it has the same records. */
  public void check(byte[] content, Random random) throws IOException {
    List<Cut> all = all(content);
    assertThat(read(maker.make(new Pieces(content, random), StreamPosition.START), true))
        .isEqualTo(all);
    for (int i = 0; i < all.size(); i++) {
      assertThat(from(content, all.get(i).next())).isEqualTo(all.subList(i + 1, all.size()));
    }
    int end = random.nextInt(content.length + 1);
    RecordReader half = maker.make(new ByteArrayInputStream(content, 0, end), StreamPosition.START);
    List<Cut> whole = new ArrayList<>(read(half, false));
    whole.addAll(from(content, position(half)));
    assertThat(whole).as("continued behind %d bytes", end).isEqualTo(all);
  }

  private List<Cut> from(byte[] content, StreamPosition start) throws IOException {
    int offset = (int) start.offset();
    InputStream rest = new ByteArrayInputStream(content, offset, content.length - offset);
    return read(maker.make(rest, start), true);
  }

  /** A stream of random characters, some of them rarer than others. */
  public static byte[] random(Random random, String alphabet, int longest) {
    byte[] bytes = new byte[random.nextInt(longest + 1)];
    for (int i = 0; i < bytes.length; i++) {
      int at = random.nextInt(alphabet.length());
      bytes[i] = (byte) alphabet.charAt(random.nextBoolean() ? at : random.nextInt(at + 1));
    }
    return bytes;
  }

  /** Gives some bytes a read, and sometimes none. */
  private static final class Pieces extends InputStream {
    private final byte[] content;
    private final Random random;
    private int at;

    Pieces(byte[] content, Random random) {
      this.content = content;
      this.random = random;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (at == content.length) {
        return -1;
      }
      int count = Math.min(Math.min(length, random.nextInt(4)), content.length - at);
      System.arraycopy(Arrays.copyOfRange(content, at, at + count), 0, target, offset, count);
      at += count;
      return count;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }
  }
}
