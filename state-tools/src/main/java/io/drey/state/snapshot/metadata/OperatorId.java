package io.drey.state.snapshot.metadata;

import org.jspecify.annotations.Nullable;

/**
 * What an operator goes by.
 *
 * @param hash of its uid, or of its place in the job; 32 hexadecimal digits
 * @param uid null before metadata of version 5, and where the job sets none
 * @param name null before metadata of version 5
 */
public record OperatorId(String hash, @Nullable String uid, @Nullable String name) {
  /** The uid, else the hash. */
  @Override
  public String toString() {
    return uid == null ? hash : uid;
  }
}
