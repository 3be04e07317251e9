// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sort;

import io.drey.state.snapshot.bytes.ByteReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorted runs of records, one after the other in a temporary file. Where the system allows it the
 * file is deleted as soon as it is open, so that it is gone with the process however that ends.
 */
final class Runs implements AutoCloseable {
  private final Path directory;
  private final FileChannel file;
  private final List<Run> runs = new ArrayList<>();
  private long size;

  /** The range of a run in the file. */
  private record Run(long from, long to) {}

  private Runs(Path directory, FileChannel file) {
    this.directory = directory;
    this.file = file;
  }

  static Runs in(Path directory) {
    try {
      Path path = Files.createTempFile(directory, "drey-sort", null);
      return new Runs(
          directory,
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      throw failed(directory, e);
    }
  }

  int count() {
    return runs.size();
  }

  /** The size of some runs in bytes. */
  long size(int from, int to) {
    return runs.get(to - 1).to - runs.get(from).from;
  }

  /**
   * Writes a run.
   *
   * @param expected how many bytes it takes
   */
  void add(Records sorted, long expected) {
    try {
      checkSpace(expected);
      RunWriter out = new RunWriter(file);
      while (sorted.next()) {
        out.write(sorted);
      }
      out.flush();
      runs.add(new Run(size, file.position()));
      size = file.position();
    } catch (IOException e) {
      throw failed(directory, e);
    }
  }

  private void checkSpace(long expected) throws IOException {
    long free = Files.getFileStore(directory).getUsableSpace();
    if (free < expected) {
      throw new IOException("it needs " + expected + " more bytes but only " + free + " are free");
    }
  }

  /** Returns the records of some runs, each of them sorted. */
  List<Records> read(int from, int to) {
    List<Records> read = new ArrayList<>();
    for (Run run : runs.subList(from, to)) {
      ByteReader in =
          ByteReader.of(directory.toString(), new ChannelStream(file, run.from), run.from, run.to);
      read.add(new RunRecords(in));
    }
    return read;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw failed(directory, e);
    }
  }

  private static UncheckedIOException failed(Path directory, IOException e) {
    return new UncheckedIOException("Cannot sort in " + directory + " (see --tmp)", e);
  }
}
