// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.source.content.Content;
import io.drey.jobs.source.file.FileMatcher.Matches;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.jobs.source.single.ReadTimes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files become between two looks, as rotation and other tools leave them. */
class FileMatcherTest {
  private static final String LINES = "a line of some length\n".repeat(1000);

  private final Path dir;
  private final FileMatcher matcher = new FileMatcher(new RotationBases());

  FileMatcherTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void knowsARenamedFileAndTakesItsSuccessorForNew() throws IOException {
    write("app.log", LINES);
    List<FileSplit> read = readAll();
    move("app.log", "app.log.1");
    write("app.log", "a new line\n");

    assertThat(matches(read)).containsExactly("read app.log.1", "unread app.log");
  }

  @Test
  void readsOnWhereARenamedFileGrew() throws IOException {
    write("app.log", LINES);
    List<FileSplit> read = readAll();
    move("app.log", "app.log.1");
    append("app.log.1", "more\n");
    // a line that both begin with is not all of the first one
    write("app.log", "a line of some length\nanother\n");

    assertThat(matches(read)).containsExactly("grown app.log.1", "unread app.log");
  }

  @Test
  void knowsSeveralGenerationsAndTheirCompression() throws IOException {
    write("app.log", "2" + LINES);
    write("app.log.1", "1" + LINES);
    List<FileSplit> read = readAll();
    gzip("app.log.1", "app.log.3.gz");
    move("app.log", "app.log.2");
    write("app.log.1", "3" + LINES);
    write("app.log", "4" + LINES);

    assertThat(matches(read))
        .containsExactly(
            "read app.log.3.gz", "read app.log.2", "unread app.log.1", "unread app.log");
  }

  @Test
  void leavesACopyAloneUntilTheOriginalIsCut() throws IOException {
    write("app.log", LINES);
    List<FileSplit> read = readAll();
    // copytruncate: the copy is being written, is complete, then the original is cut
    write("app.log.1", LINES.substring(0, 5000));
    assertThat(matches(read)).containsExactly("copy app.log.1", "read app.log");
    write("app.log.1", LINES);
    assertThat(matches(read)).containsExactly("copy app.log.1", "read app.log");
    append("app.log.1", "written after the last look\n");
    write("app.log", "");
    assertThat(matches(read)).containsExactly("grown app.log.1", "copy app.log");
    write("app.log", "new\n");
    assertThat(matches(read)).containsExactly("grown app.log.1", "unread app.log");
  }

  @Test
  void leavesACopyOfALongerOriginalAlone() throws IOException {
    write("app.log", LINES);
    List<FileSplit> read = readAll();
    append("app.log", "more\n");
    write("app.log.1", LINES + "more\n");

    assertThat(matches(read)).containsExactly("copy app.log.1", "grown app.log");
  }

  @Test
  void leavesACopyOfAnUnreadOriginalAlone() throws IOException {
    write("app.log.1", LINES);
    List<FileSplit> read = readAll();
    move("app.log.1", "app.log.2");
    write("app.log", "new\n");
    write("app.log.1", "new\n");

    assertThat(matches(read)).containsExactly("read app.log.2", "copy app.log.1", "unread app.log");
  }

  @Test
  void readsNewFilesOfDifferentNamesThatBeginAlike() throws IOException {
    write("a.log", LINES);
    List<FileSplit> read = readAll();
    write("b.log", "new\n");
    write("c.log", "new\nmore\n");
    write("d.log", "new\n");

    assertThat(matches(read))
        .containsExactly("read a.log", "unread b.log", "unread c.log", "unread d.log");
  }

  @Test
  void leavesAHalfWrittenCompressedCopyAlone() throws IOException {
    write("app.log.1", LINES);
    List<FileSplit> read = readAll();
    byte[] whole = gzip(LINES);
    for (int length : new int[] {0, 5, 12, whole.length / 2, whole.length - 3, whole.length}) {
      Files.write(dir.resolve("app.log.1.gz"), Arrays.copyOf(whole, length));
      assertThat(matches(read)).containsExactly("read app.log.1", "copy app.log.1.gz");
    }
    Files.delete(dir.resolve("app.log.1"));
    assertThat(matches(read)).containsExactly("read app.log.1.gz");
  }

  @Test
  void takesFilesThatShareAHeaderForDifferentOnes() throws IOException {
    String header = "id,time,value\n";
    write("a.csv", header + "1,2,3\n");
    List<FileSplit> read = readAll();
    write("b.csv", header);
    assertThat(matches(read)).containsExactly("read a.csv", "copy b.csv");
    append("b.csv", "4,5,6\n");
    assertThat(matches(read)).containsExactly("read a.csv", "unread b.csv");
  }

  @Test
  void takesAHardLinkForTheSameFile() throws IOException {
    write("app.log", LINES);
    List<FileSplit> read = readAll();
    Files.createLink(dir.resolve("link.log"), dir.resolve("app.log"));
    assertThat(matches(read)).containsExactly("read app.log", "copy link.log");
    Files.delete(dir.resolve("app.log"));
    assertThat(matches(read)).containsExactly("read link.log");
  }

  @Test
  void readsEveryPathOfAFirstListingButTheCompressedOneOfAPair() throws IOException {
    write("a", LINES);
    write("b", LINES);
    write("c.1", LINES);
    gzip("c.1", "c.1.gz");
    write("c.1", LINES);

    assertThat(matches(List.of()))
        .containsExactly("unread a", "unread b", "unread c.1", "copy c.1.gz");
  }

  /** As a reader does that missed a file: by then another one has the old path of each. */
  @Test
  void findsTheSameWhenItLooksAgainForWhatItKnew() throws IOException {
    write("app.log.2", "1" + LINES);
    write("app.log.1", "2" + LINES);
    List<FileSplit> read = readAll();
    move("app.log.2", "app.log.3");
    move("app.log.1", "app.log.2");
    write("app.log.1", "3" + LINES);
    List<String> rotated = List.of("read app.log.3", "read app.log.2", "unread app.log.1");

    assertThat(matches(read)).containsExactlyInAnyOrderElementsOf(rotated);
    Matches again = matcher.match(read, list());
    assertThat(again.gone()).isEmpty();
    assertThat(again.present())
        .filteredOn(FileSplit::isUnread)
        .extracting(FileSplit::path)
        .containsExactly(dir + "/app.log.1");
  }

  @Test
  void leavesACopyOfAFileAloneThatIsNotReadYet() throws IOException {
    write("old", "0" + LINES);
    List<FileSplit> read = readAll();
    write("app.log", LINES);
    write("app.log.1", LINES.substring(0, 5000));

    assertThat(matches(read))
        .containsExactlyInAnyOrder("copy app.log.1", "unread app.log", "read old");
  }

  @Test
  void reportsWhatIsGone() throws IOException {
    write("a", LINES);
    List<FileSplit> read = readAll();
    write("a", "x" + LINES);

    Matches matches = matcher.match(read, list());

    assertThat(matches.gone()).isEqualTo(read);
    assertThat(matches.present()).extracting(FileSplit::isUnread).containsExactly(true);
  }

  @Test
  void seesAChangeInTheMiddleOfTheTail() throws IOException {
    write("a", LINES);
    List<FileSplit> read = readAll();
    StringBuilder changed = new StringBuilder(LINES);
    changed.setCharAt(LINES.length() - 1000, 'x');
    write("b", changed.toString());
    Files.delete(dir.resolve("a"));

    assertThat(matches(read)).containsExactly("unread b");
  }

  private List<String> matches(List<FileSplit> known) throws IOException {
    List<InputFile> listed = list();
    Matches matches = matcher.match(known, listed);
    List<String> found = new ArrayList<>();
    for (InputFile file : listed) {
      String name = Path.of(file.path()).getFileName().toString();
      if (matches.copies().containsKey(file)) {
        found.add("copy " + name);
      }
      for (FileSplit split : matches.present()) {
        if (split.path().equals(file.path())) {
          found.add((split.isUnread() ? "unread " : split.ended() ? "read " : "grown ") + name);
        }
      }
    }
    return found;
  }

  private List<InputFile> list() throws IOException {
    return new InputFiles(FilePaths.parse(dir.toString()), FileOrder.ROTATION)
        .list(new RotationBases());
  }

  private List<FileSplit> readAll() throws IOException {
    List<FileSplit> read = new ArrayList<>();
    for (InputFile file : list()) {
      try (Content content = Content.open(file.path())) {
        long length = content.readAllBytes().length;
        read.add(
            new FileSplit(
                file.path(),
                file.inode(),
                content.fingerprint(),
                new StreamPosition(length, 1, 0),
                ReadTimes.NONE,
                true));
      }
    }
    return read;
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(dir.resolve(name), text);
  }

  private void append(String name, String text) throws IOException {
    Files.writeString(dir.resolve(name), text, APPEND);
  }

  private void move(String from, String to) throws IOException {
    Files.move(dir.resolve(from), dir.resolve(to));
  }

  private void gzip(String from, String to) throws IOException {
    Files.write(dir.resolve(to), gzip(Files.readString(dir.resolve(from))));
    Files.delete(dir.resolve(from));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
