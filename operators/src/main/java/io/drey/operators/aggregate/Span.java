// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span of a group's events.
 *
 * @param start the least of their instants; null if they have no timestamps
 * @param end the greatest of them
 * @param count their number
 * @param value the value they have in common; null in a span that ends by its size
 */
public record Span(
    @Nullable Instant start, @Nullable Instant end, long count, @Nullable String value) {}
