// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.source.single.UnreadableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
  private final Path dir;

  InputFilesTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void ordersDigitsByTheirNumber() {
    List<String> names =
        new ArrayList<>(List.of("a10", "a2", "b1", "a", "a02", "a2b", "a/9", "a-1/1"));

    names.sort(NaturalOrder.INSTANCE);

    assertThat(names).containsExactly("a", "a/9", "a-1/1", "a02", "a2", "a2b", "a10", "b1");
  }

  @Test
  void listsTheVisibleFilesOfADirectoryOnly() throws IOException {
    touch("b10.jsonl", "b9.jsonl", ".hidden", "sub/c.jsonl", "with:colon");

    assertThat(list("")).containsExactly("/b9.jsonl", "/b10.jsonl", "/with:colon");
  }

  @Test
  void listsWhatAGlobMatches() throws IOException {
    touch("a1.jsonl", "a1.txt", "sub/a2.jsonl", "sub/deep/a3.jsonl", ".hid/a4.jsonl", ".a5.jsonl");

    assertThat(list("/*.jsonl")).containsExactly("/a1.jsonl");
    assertThat(list("/**/*.jsonl"))
        .containsExactly("/a1.jsonl", "/sub/a2.jsonl", "/sub/deep/a3.jsonl");
    assertThat(list("/**"))
        .containsExactly("/a1.jsonl", "/a1.txt", "/sub/a2.jsonl", "/sub/deep/a3.jsonl");
    assertThat(list("/s?b/a[0-9].{jsonl,txt}")).containsExactly("/sub/a2.jsonl");
    assertThat(list("/.*.jsonl")).containsExactly("/.a5.jsonl");
  }

  @Test
  void takesAFileByItsNameThoughItLooksLikeAGlob() throws IOException {
    touch("a[1].jsonl", "a1.jsonl");

    assertThat(list("/a[1].jsonl")).containsExactly("/a[1].jsonl");
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThatThrownBy(
            () ->
                new InputFiles(FilePaths.parse(dir + "/x"), FileOrder.ROTATION)
                    .list(new RotationBases()))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessage("Cannot read '" + dir + "/x': no such file");
    assertThatThrownBy(
            () ->
                new InputFiles(FilePaths.parse(dir + "/*.x"), FileOrder.ROTATION)
                    .list(new RotationBases()))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessage("Cannot read '" + dir + "/*.x': no file matches");
  }

  @Test
  void listsSeveralPathsInTheirOrderAndEachFileOnce() throws IOException {
    touch("b", "a", "logs/2", "logs/1");

    assertThat(list(List.of("/b", "/logs", "/a", "/logs/*"), false))
        .containsExactly("/b", "/logs/1", "/logs/2", "/a");
  }

  @Test
  void wantsAFileOfEachPathUnlessTheyMayCome() throws IOException {
    touch("a");

    assertThatThrownBy(() -> list(List.of("/a", "/b"), false))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessage("Cannot read '" + dir + "/b': no such file");
    assertThat(list(List.of("/a", "/b"), true)).containsExactly("/a");
  }

  private void touch(String... names) throws IOException {
    for (String name : names) {
      Files.createDirectories(dir.resolve(name).getParent());
      Files.writeString(dir.resolve(name), name);
    }
  }

  private List<String> list(String below) throws IOException {
    return list(List.of(below), false);
  }

  private List<String> list(List<String> below, boolean mayCome) throws IOException {
    FilePaths paths = new FilePaths(below.stream().map(path -> dir + path).toList());
    InputFiles files = new InputFiles(paths, FileOrder.ROTATION);
    RotationBases bases = new RotationBases();
    return (mayCome ? files.listAny(bases) : files.list(bases))
        .stream().map(file -> file.path().substring(dir.toString().length())).toList();
  }
}
