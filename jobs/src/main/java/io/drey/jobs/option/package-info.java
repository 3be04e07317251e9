// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Options as records: bound from YAML with positions, described for users and editors. */
@NullMarked
package io.drey.jobs.option;

import org.jspecify.annotations.NullMarked;
