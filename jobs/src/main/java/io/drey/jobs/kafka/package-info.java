// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What Kafka sources and sinks share: addresses, client properties, and the words for errors. */
@NullMarked
package io.drey.jobs.kafka;

import org.jspecify.annotations.NullMarked;
