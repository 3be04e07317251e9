// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The text of a pipeline file as an argument of a program: in gzip, and that in Base64. */
public final class PipelineText {
  /** What a system passes to a program in one argument, less than that of Linux. */
  private static final int LONGEST = 100_000;

  private PipelineText() {}

  /**
   * Encodes a text.
   *
   * @throws IllegalArgumentException if the result is too long for an argument
   */
  public static String encode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String encoded = Base64.getEncoder().encodeToString(bytes.toByteArray());
    if (encoded.length() > LONGEST) {
      throw new IllegalArgumentException(
          "Invalid pipeline file: must be at most "
              + LONGEST
              + " bytes in gzip and Base64 but was "
              + encoded.length());
    }
    return encoded;
  }

  /**
   * Decodes a text.
   *
   * @throws IllegalArgumentException if it is not an encoded one
   */
  public static String decode(String encoded) {
    byte[] bytes = Base64.getDecoder().decode(encoded);
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(gzip.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException("Invalid --text: must be gzip in Base64", e);
    }
  }
}
