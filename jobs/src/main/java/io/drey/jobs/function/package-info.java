// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Functions from users' jars in pipeline files: loading, construction with options, conversion of
 * events.
 */
@NullMarked
package io.drey.jobs.function;

import org.jspecify.annotations.NullMarked;
