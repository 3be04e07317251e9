/** Whether a job would start from a savepoint. */
@NullMarked
package io.drey.state.plan;

import org.jspecify.annotations.NullMarked;
