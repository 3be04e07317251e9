// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.howto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Commands of a shell on files, as far as the pages need them: words in, what is printed out. */
final class FileCommands {
  private FileCommands() {}

  /** {@code mkdir -p FOLDER}. */
  static String mkdir(List<String> words) throws IOException {
    Files.createDirectories(Path.of(words.get(2)));
    return "";
  }

  /** {@code cp FILE FOLDER}, at once, as far as a job can tell that looks into the folder. */
  static String cp(List<String> words) throws IOException {
    Path file = Path.of(words.get(1));
    Path folder = Path.of(words.get(2));
    Path hidden = Files.copy(file, folder.resolve("." + file.getFileName()));
    Files.move(hidden, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    return "";
  }

  /** {@code grep -v WORD FILE > COPY} or {@code grep -rl WORD FOLDER}. */
  static String grep(List<String> words) throws IOException {
    String word = words.get(2);
    Path where = Path.of(words.get(3));
    if (words.get(1).equals("-v")) {
      List<String> others =
          Files.readAllLines(where).stream().filter(line -> !line.contains(word)).toList();
      Files.write(Path.of(words.get(5)), others);
      return "";
    }
    try (Stream<Path> files = Files.walk(where)) {
      return PageShell.lines(
          files
              .filter(Files::isRegularFile)
              .filter(file -> contains(file, word))
              .map(Path::toString)
              .sorted());
    }
  }

  private static boolean contains(Path file, String word) {
    try {
      return Files.readString(file, ISO_8859_1).contains(word);
    } catch (IOException e) {
      throw new IllegalStateException("Failed to read " + file, e);
    }
  }
}
