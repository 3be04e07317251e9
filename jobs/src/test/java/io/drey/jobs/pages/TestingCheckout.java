// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The examples of {@code conf} in a folder of their own, where they may write. A test cannot change
 * the working directory: their relative paths are made absolute.
 */
public final class TestingCheckout {
  private static final Pattern RELATIVE =
      Pattern.compile("(?<=^|[ '\"])(conf|out|examples|savepoints)/");

  private static final List<String> FOLDERS =
      List.of(
          "conf/pipelines",
          "conf/pipelines/recipes",
          "conf/samples",
          "conf/samples/stuck-orders",
          "examples/kafka",
          "examples/shop",
          "examples/unique-ips");

  /** The file of a savepoint, which is no text. */
  private static final String SAVEPOINT = "_metadata";

  private final Path folder;

  private TestingCheckout(Path folder) {
    this.folder = folder;
  }

  public static TestingCheckout in(Path folder) throws IOException {
    TestingCheckout checkout = new TestingCheckout(folder);
    for (String name : FOLDERS) {
      checkout.copy(name);
    }
    return checkout;
  }

  private void copy(String name) throws IOException {
    Files.createDirectories(folder.resolve(name));
    try (Stream<Path> files = Files.list(MarkdownPage.ROOT.resolve(name))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(name).resolve(file.getFileName());
        if (file.endsWith(SAVEPOINT)) {
          Files.copy(file, copy);
        } else {
          Files.writeString(copy, absolute(Files.readString(file)));
        }
      }
    }
  }

  /** The text with its relative paths made absolute. */
  public String absolute(String text) {
    String here = Matcher.quoteReplacement(folder + "/");
    return RELATIVE.matcher(text).replaceAll(here + "$1/");
  }

  /** The file that a path of a page means: one of the examples, else one of the real checkout. */
  public Path file(String path) {
    Path example = Path.of(absolute(path));
    return example.isAbsolute() ? example : MarkdownPage.ROOT.resolve(path);
  }

  /** The text as it would be in the root of a checkout. */
  public String relative(String text) {
    return text.replace(folder + "/", "").replace(MarkdownPage.ROOT + "/", "");
  }
}
