// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

import io.drey.jobs.function.UserJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The jar that Flink runs, and those that it runs with it. */
public final class JobJar {
  /** Set by the launcher. */
  private static final String PROPERTY = "drey.job.jar";

  /** What user functions and the program share: they must be loaded from the job jar. */
  private static final List<String> SHARED = List.of("io/drey/", "com/fasterxml/jackson/");

  private JobJar() {}

  /**
   * The job jar.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Path find() {
    String path = System.getProperty(PROPERTY);
    if (path == null) {
      throw new IllegalArgumentException(
          "Missing drey-job.jar: bin/drey builds it and tells where");
    }
    if (!Files.isReadable(Path.of(path))) {
      throw new IllegalArgumentException(
          "Missing drey-job.jar: must be at '" + path + "' (bin/drey builds it)");
    }
    return Path.of(path);
  }

  /**
   * Checks the user's jars.
   *
   * @return the same jars
   * @throws IllegalArgumentException if one brings classes that a cluster would load twice
   */
  public static UserJars checkedAgainst(UserJars jars) {
    for (Path file : jars.files()) {
      String shared = shared(file);
      if (shared != null) {
        throw new IllegalArgumentException(
            "Invalid --jar: must not hold classes of Drey or Jackson, which the job jar has, but '"
                + file
                + "' has "
                + shared);
      }
    }
    return jars;
  }

  private static @Nullable String shared(Path file) {
    try (ZipFile jar = new ZipFile(file.toFile())) {
      return jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class"))
          .filter(name -> SHARED.stream().anyMatch(name::startsWith))
          .findFirst()
          .orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
