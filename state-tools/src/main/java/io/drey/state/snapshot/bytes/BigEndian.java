// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads big-endian numbers from byte arrays. */
final class BigEndian {
  static final VarHandle SHORT = handle(short[].class);
  static final VarHandle INT = handle(int[].class);
  static final VarHandle LONG = handle(long[].class);

  private BigEndian() {}

  private static VarHandle handle(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
  }
}
