// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The sink that writes to a Kafka topic. */
@NullMarked
package io.drey.jobs.sink.kafka;

import org.jspecify.annotations.NullMarked;
