// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.content;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Identifies the beginning of a content, so that it is found again under another name, or
 * compressed.
 *
 * @param length of the beginning, in bytes
 * @param head the hash of its first {@link #WINDOW} bytes, or of all of it if it is shorter
 * @param tail the hash of its last {@link #WINDOW} bytes, or of all of it if it is shorter
 */
public record Fingerprint(long length, long head, long tail) {
  /** In bytes. */
  public static final int WINDOW = 1 << 10;

  /** Of nothing, which identifies nothing. */
  public static final Fingerprint NONE = new Fingerprint(0, 0, 0);

  /** The first eight bytes of the SHA-256 of {@code bytes[0, length)}. */
  public static long hash(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
