// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the TTL of a state.
 *
 * @param isEnabled whether the state has a TTL afterwards
 * @param lastAccess that of all entries if it is enabled; null if it is the time of the migration
 */
public record TtlChange(boolean isEnabled, @Nullable Instant lastAccess) {
  public static final TtlChange DISABLE = new TtlChange(false, null);
  public static final TtlChange ENABLE_NOW = new TtlChange(true, null);
}
