// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.related;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;

/**
 * The list of the keys of a key group, as union list state has it.
 *
 * @param element the encoded tuple: number of the key group, oldest and newest key, count
 */
record KeyGroupList(int group, ByteReader element) {
  static KeyGroupList of(int group, ByteReader oldest, ByteReader newest, int count) {
    ByteWriter tuple = new ByteWriter();
    tuple.writeInt(group);
    tuple.writeBytes(oldest);
    tuple.writeBytes(newest);
    tuple.writeInt(count);
    return new KeyGroupList(group, ByteReader.of("key groups", tuple.bytes()));
  }
}
