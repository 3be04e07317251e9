// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The source that reads Kafka topics. */
@NullMarked
package io.drey.jobs.source.kafka;

import org.jspecify.annotations.NullMarked;
