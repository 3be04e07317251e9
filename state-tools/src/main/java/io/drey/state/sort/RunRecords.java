// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sort;

import io.drey.state.snapshot.bytes.ByteReader;

/** The records of one run. */
final class RunRecords implements Records {
  private final ByteReader in;
  private int keyFrom;
  private int keyTo;
  private int valueTo;

  RunRecords(ByteReader in) {
    this.in = in;
  }

  @Override
  public boolean next() {
    if (in.isAtEnd()) {
      return false;
    }
    int keyLength = in.readInt();
    int valueLength = in.readInt();
    in.require(keyLength + valueLength);
    keyFrom = in.position();
    keyTo = keyFrom + keyLength;
    valueTo = keyTo + valueLength;
    in.position(valueTo);
    return true;
  }

  @Override
  public byte[] bytes() {
    return in.bytes();
  }

  @Override
  public int keyFrom() {
    return keyFrom;
  }

  @Override
  public int keyTo() {
    return keyTo;
  }

  @Override
  public int valueFrom() {
    return keyTo;
  }

  @Override
  public int valueTo() {
    return valueTo;
  }
}
