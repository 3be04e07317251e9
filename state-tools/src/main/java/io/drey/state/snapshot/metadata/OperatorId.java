// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.flink.shaded.guava33.com.google.common.hash.Hashing;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an operator: its hash, its uid and its name.
 *
 * @param hash the hash of its uid, or of its place in the job graph; 32 hexadecimal digits
 * @param uid null before metadata version 5, and if the job sets none
 * @param name null before metadata version 5
 */
public record OperatorId(String hash, @Nullable String uid, @Nullable String name) {
  /** Returns the identity of an operator with a uid. */
  public static OperatorId ofUid(String uid, String name) {
    return new OperatorId(hashOf(uid), uid, name);
  }

  /** Whether the operator has this uid, also if the metadata stores only its hash. */
  public boolean isOf(String wanted) {
    return wanted.equals(uid) || hash.equals(hashOf(wanted));
  }

  static String hashOf(String uid) {
    return Hashing.murmur3_128().hashString(uid, UTF_8).toString();
  }

  /** Returns the uid, or the hash if there is no uid. */
  @Override
  public String toString() {
    return uid == null ? hash : uid;
  }
}
