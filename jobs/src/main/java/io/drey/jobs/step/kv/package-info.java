// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The step {@code kv}: commands, answers and changes of the key-value store as events. */
@NullMarked
package io.drey.jobs.step.kv;

import org.jspecify.annotations.NullMarked;
