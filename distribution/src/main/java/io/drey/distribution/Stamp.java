// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Tells the launcher one build from the next: a digest of all jars. */
final class Stamp {
  private Stamp() {}

  /** Writes the file {@code stamp} into a folder, below which the jars are. */
  public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
    Path folder = Path.of(arguments[0]);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path jar : jars(folder)) {
      digest.update(Files.readAllBytes(jar));
    }
    Files.writeString(
        folder.resolve("stamp"), HexFormat.of().formatHex(digest.digest()).substring(0, 32) + "\n");
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
