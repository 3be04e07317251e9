// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What becomes of the offsets of Kafka sources. */
@NullMarked
package io.drey.state.migration.kafka;

import org.jspecify.annotations.NullMarked;
