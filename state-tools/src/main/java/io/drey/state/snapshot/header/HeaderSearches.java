// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.header;

import io.drey.state.snapshot.bytes.ByteReader;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The searches in the headers of one snapshot: subtasks have equal ones, which are searched once.
 */
public final class HeaderSearches {
  private final Map<ByteBuffer, Optional<HeaderSearch.Result>> found = new ConcurrentHashMap<>();

  /** Searches what follows in a reader; returns null if there is not exactly one way to read it. */
  HeaderSearch.@Nullable Result find(ByteReader in, boolean isKeyed) {
    int from = in.position();
    ByteBuffer bytes = ByteBuffer.wrap(in.readBytes((int) in.remaining()));
    in.position(from);
    return found
        .computeIfAbsent(bytes, key -> Optional.ofNullable(new HeaderSearch(in).find(isKeyed)))
        .orElse(null);
  }
}
