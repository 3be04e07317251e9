// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A local file that holds the content of a part until that has its final name.
 *
 * @param target the final name
 * @param hidden the name until then
 * @param length of what was written
 */
record WrittenFile(File target, File hidden, long length) {
  /** What the data of Flink's local file system begins with. */
  private static final int LOCAL = 0x1e744b57;

  /**
   * Finds the file in the data of the local file system: int32 that tells it from others, int64
   * length, int32 lengths of both names, the names; numbers are little-endian. Null for another
   * file system.
   */
  static @Nullable WrittenFile find(byte[] recoverable) {
    ByteBuffer in = ByteBuffer.wrap(recoverable).order(ByteOrder.LITTLE_ENDIAN);
    if (in.remaining() < Integer.BYTES || in.getInt() != LOCAL) {
      return null;
    }
    long length = in.getLong();
    byte[] target = new byte[in.getInt()];
    byte[] hidden = new byte[in.getInt()];
    in.get(target).get(hidden);
    return new WrittenFile(
        new File(new String(target, UTF_8)), new File(new String(hidden, UTF_8)), length);
  }

  /** Checks that all that was written is there, under its hidden name. */
  void check() throws LostPartException {
    if (!hidden.exists()) {
      throw lost("is gone");
    }
    if (hidden.length() < length) {
      throw lost("has " + hidden.length() + " of " + length + " bytes");
    }
  }

  private LostPartException lost(String what) {
    return new LostPartException(
        "Cannot complete '%s': its content, in '%s' until then, %s"
            .formatted(target, hidden.getName(), what));
  }
}
