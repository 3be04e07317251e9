// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A text file that a pipeline file names: regular, in UTF-8, up to 1 MiB. */
public final class NamedTextFile {
  private static final int MOST = 1 << 20;

  private NamedTextFile() {}

  /**
   * Reads a file.
   *
   * @param what the word for it in messages, with a space behind it, or nothing
   * @throws IllegalArgumentException if it cannot be read; the message says why
   */
  public static String read(String what, String name) {
    try {
      return read(Path.of(name));
    } catch (NoSuchFileException | InvalidPathException e) {
      throw unreadable(what, name, "no such file", e);
    } catch (CharacterCodingException e) {
      throw unreadable(what, name, "not UTF-8", e);
    } catch (IOException e) {
      throw unreadable(what, name, String.valueOf(e.getMessage()), e);
    }
  }

  private static String read(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new IOException(
          attributes.isDirectory() ? "it is a directory" : "it is not a regular file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw new IOException("it is larger than 1 MiB");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  private static IllegalArgumentException unreadable(
      String what, String name, String reason, Exception cause) {
    return new IllegalArgumentException("Cannot read " + what + "'" + name + "': " + reason, cause);
  }
}
