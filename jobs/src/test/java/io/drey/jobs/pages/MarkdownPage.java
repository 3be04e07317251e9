// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param name below the root of the checkout
 */
public record MarkdownPage(String name, String text) {
  /** The checkout. */
  public static final Path ROOT = Path.of(System.getProperty("drey.root"));

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  public static MarkdownPage read(String name) throws IOException {
    return new MarkdownPage(name, Files.readString(ROOT.resolve(name)));
  }

  /** Every page there is. */
  public static List<MarkdownPage> all() throws IOException {
    List<String> names =
        new ArrayList<>(
            List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "conf/samples/README.md"));
    names.addAll(in("docs"));
    List<MarkdownPage> pages = new ArrayList<>();
    for (String name : names) {
      pages.add(read(name));
    }
    return pages;
  }

  /** The names of the pages in a folder and below it. */
  public static List<String> in(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files
          .map(file -> ROOT.relativize(file).toString())
          .filter(name -> name.endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  /** The blocks of code in a language. */
  public List<String> blocks(String language) {
    return BLOCK
        .matcher(text)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  /** The page with its blocks in a language replaced. */
  public String withBlocks(String language, UnaryOperator<String> change) {
    Matcher block = BLOCK.matcher(text);
    return block.replaceAll(
        found ->
            Matcher.quoteReplacement(
                found.group(1).equals(language)
                    ? "```" + language + "\n" + change.apply(found.group(2)) + "```"
                    : found.group()));
  }

  @Override
  public String toString() {
    return name;
  }
}
