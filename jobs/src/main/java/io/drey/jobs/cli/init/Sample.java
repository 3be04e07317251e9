// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import io.drey.jobs.source.content.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The beginnings of the inputs. */
record Sample(List<Head> heads) {
  /** In bytes, of all together. */
  static final int LARGEST = 1 << 20;

  private static final int MOST_FILES = 16;

  /**
   * Reads the beginnings of files, decompressed.
   *
   * @throws IOException if one cannot be read or is no text, or all are empty
   */
  static Sample ofFiles(List<String> files) throws IOException {
    List<String> some = files.subList(0, Math.min(files.size(), MOST_FILES));
    List<Head> heads = new ArrayList<>();
    for (String file : some) {
      try (Content content = Content.open(file)) {
        heads.add(Head.read(file, content, LARGEST / some.size()));
      }
    }
    return checked(heads);
  }

  /**
   * Reads the beginning of a stream.
   *
   * @throws IOException if it cannot be read, is no text or is empty
   */
  static Sample ofStream(InputStream in) throws IOException {
    return checked(List.of(Head.read("stdin", in, LARGEST)));
  }

  private static Sample checked(List<Head> heads) throws IOException {
    List<Head> filled = heads.stream().filter(head -> !head.lines().isEmpty()).toList();
    if (filled.isEmpty()) {
      throw new IOException("Cannot find a format in '" + heads.get(0).name() + "': it is empty");
    }
    return new Sample(filled);
  }

  /** The lines that are not blank. */
  List<String> lines() {
    return heads.stream().flatMap(head -> head.lines().stream()).toList();
  }

  /** The first encoding that is not UTF-8; null if there is none. */
  @Nullable String encoding() {
    return heads.stream().map(Head::encoding).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
