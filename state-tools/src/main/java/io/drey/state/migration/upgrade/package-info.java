// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What has to change in a savepoint of Flink 1 for Flink 2. */
@NullMarked
package io.drey.state.migration.upgrade;

import org.jspecify.annotations.NullMarked;
