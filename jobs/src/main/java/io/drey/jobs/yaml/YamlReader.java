// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a YAML file into values. It reports problems, and never throws for the content of a file.
 */
public final class YamlReader {
  private static final int MOST_BYTES = 1 << 20;

  private final ExternalValues outside;
  private final Secrets secrets;
  private final Problems problems;

  public YamlReader(ExternalValues outside, Secrets secrets, Problems problems) {
    this.outside = outside;
    this.secrets = secrets;
    this.problems = problems;
  }

  /** The document of a file; null if it could not be read at all. */
  public @Nullable YamlValue read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES ? fail("larger than 1 MiB") : decode(bytes);
    } catch (NoSuchFileException e) {
      return fail("no such file");
    } catch (IOException e) {
      return fail(Files.isDirectory(file) ? "it is a directory" : e.toString());
    }
  }

  /** The document in a text; null if it could not be read at all. */
  public @Nullable YamlValue read(String text) {
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    SourceText source = new SourceText(content);
    Node root = new YamlSyntax(source, problems).read(content);
    if (root == null) {
      return problems.hasErrors() ? null : fail("it is empty");
    }
    Interpolation interpolation = new Interpolation(outside, secrets, problems);
    try {
      return new YamlTree(source, interpolation, problems).value(root, "", 0);
    } catch (YamlTree.TooLargeException e) {
      problems.error(e.at(), "", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private @Nullable YamlValue decode(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (!result.isError()) {
      return read(text);
    }
    Position at = new SourceText(text).position(text.codePointCount(0, text.length()));
    problems.error(at, "", "Cannot read file: not UTF-8");
    return null;
  }

  private @Nullable YamlValue fail(String reason) {
    problems.error(Position.START, "", "Cannot read file: " + reason);
    return null;
  }
}
