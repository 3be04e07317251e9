package io.drey.state.snapshot.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.flink.shaded.guava33.com.google.common.hash.Hashing;
import org.jspecify.annotations.Nullable;

/**
 * What an operator goes by.
 *
 * @param hash of its uid, or of its place in the job; 32 hexadecimal digits
 * @param uid null before metadata of version 5, and where the job sets none
 * @param name null before metadata of version 5
 */
public record OperatorId(String hash, @Nullable String uid, @Nullable String name) {
  /** What an operator of that uid goes by in a job. */
  public static OperatorId ofUid(String uid, String name) {
    return new OperatorId(hashOf(uid), uid, name);
  }

  /** Whether the uid is that one, also where the metadata keeps the hash alone. */
  boolean isOf(String wanted) {
    return wanted.equals(uid) || hash.equals(hashOf(wanted));
  }

  private static String hashOf(String uid) {
    return Hashing.murmur3_128().hashString(uid, UTF_8).toString();
  }

  /** The uid, else the hash. */
  @Override
  public String toString() {
    return uid == null ? hash : uid;
  }
}
