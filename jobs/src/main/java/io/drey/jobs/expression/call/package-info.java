// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** What expressions and scripts may call, and the sandboxed interpreter that calls it. */
@NullMarked
package io.drey.jobs.expression.call;

import org.jspecify.annotations.NullMarked;
