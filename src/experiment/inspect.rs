//! What can be told of a source text without running it.

use super::plan::Argument;
use super::report::{
    Diagnostic, Failure, FailureReason, Inspection, Parameter, ParameterKind, ProgramKind,
};
use crate::code::{self, Constant, Function, Module};
use crate::lang::{Problem, Source};

/// The parameters that every task has. Many a script has a `task` of its own, with others.
const TASK_PARAMETERS: [&str; 2] = ["worker", "workers"];
const NO_TASK: &str = "the program is a script: it has no `def task(worker, workers, …)` to measure, but \
     `engine.execute` runs it";

/// What a source text is, and everything wrong with it.
pub fn inspect(text: &str) -> Inspection {
    let source = Source::new(text);
    match code::compile(source.clone()) {
        Ok(module) => Inspection {
            kind: Some(kind(&module)),
            diagnostics: Vec::new(),
            refused: module.refused().iter().map(|problem| diagnostic(&source, problem)).collect(),
            parameters: parameters(&module).unwrap_or_default(),
        },
        Err(problems) => Inspection {
            kind: None,
            diagnostics: problems.iter().map(|problem| diagnostic(&source, problem)).collect(),
            refused: Vec::new(),
            parameters: Vec::new(),
        },
    }
}

/// Compiles a program.
///
/// # Errors
/// `BadSource` with everything wrong with it.
pub fn compile(text: &str) -> Result<Module, Failure> {
    let source = Source::new(text);
    code::compile(source.clone()).map_err(|problems| {
        let diagnostics: Vec<_> =
            problems.iter().map(|problem| diagnostic(&source, problem)).collect();
        let message = diagnostics.first().map_or_else(String::new, |first| {
            format!("line {}, column {}: {}", first.line, first.column, first.message)
        });
        Failure { message, reason: FailureReason::BadSource { diagnostics } }
    })
}

fn diagnostic(source: &Source, problem: &Problem) -> Diagnostic {
    let start = source.position(problem.span.start);
    let end = source.position(problem.span.end.max(problem.span.start));
    Diagnostic {
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        message: problem.message.clone(),
        source_line: source.line(start.line).to_owned(),
    }
}

/// What kind of program it is.
pub fn kind(module: &Module) -> ProgramKind {
    if task(module).is_some() { ProgramKind::Task } else { ProgramKind::Script }
}

fn task(module: &Module) -> Option<&Function> {
    let task = module.function("task")?;
    let positional = &task.parameters[..task.positional()];
    positional.get(..TASK_PARAMETERS.len()).filter(|first| *first == TASK_PARAMETERS)?;
    Some(task)
}

/// The parameters of a program's task after `worker` and `workers`.
///
/// # Errors
/// `BadSource` if it is a script.
pub fn parameters(module: &Module) -> Result<Vec<Parameter>, Failure> {
    let Some(task) = task(module) else {
        let diagnostics = vec![Diagnostic {
            line: 1,
            column: 1,
            end_line: 1,
            end_column: 1,
            message: NO_TASK.to_owned(),
            source_line: module.source().line(1).to_owned(),
        }];
        let reason = FailureReason::BadSource { diagnostics };
        return Err(Failure { message: NO_TASK.to_owned(), reason });
    };
    // What is given by name alone keeps its default.
    let positional = &task.parameters[..task.positional()];
    let required = positional.len() - task.defaults.len();
    let parameters = positional.iter().enumerate().skip(TASK_PARAMETERS.len());
    Ok(parameters
        .map(|(index, name)| {
            let default = index
                .checked_sub(required)
                .and_then(|at| task.defaults[at].as_ref())
                .and_then(argument_of);
            let kind = default.as_ref().map(ParameterKind::of);
            Parameter { name: name.clone(), default, kind }
        })
        .collect())
}

fn argument_of(constant: &Constant) -> Option<Argument> {
    match constant {
        Constant::Bool(value) => Some(Argument::Bool(*value)),
        Constant::Int(value) => i64::try_from(value).ok().map(Argument::Int),
        Constant::Float(value) => Some(Argument::Float(*value)),
        Constant::Str(text) => Some(Argument::Str(text.clone())),
        Constant::None | Constant::Ellipsis | Constant::Bytes(_) | Constant::Tuple(_) => None,
    }
}
