// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sort;

import io.drey.state.snapshot.bytes.ByteReader;
import java.util.Arrays;

/** Records, each a key and a value, one after the other. */
public interface Records {
  /** No record at all. */
  Records NONE = new RunRecords(ByteReader.views());

  /** Moves on to the next record and returns whether there is one. */
  boolean next();

  /** The array that holds key and value until {@link #next} is called again. */
  byte[] bytes();

  int keyFrom();

  int keyTo();

  /** The start of the value, which ends at {@link #valueTo}. */
  int valueFrom();

  int valueTo();

  /** Compares the keys of two records, byte by byte. */
  static int compareKeys(Records a, Records b) {
    return Arrays.compareUnsigned(
        a.bytes(), a.keyFrom(), a.keyTo(), b.bytes(), b.keyFrom(), b.keyTo());
  }
}
